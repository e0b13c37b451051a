using Orchestrator.Core;
using Orchestrator.Core.Scheduling;

namespace Orchestrator.Web.Vapi.Tools;

/// <summary>Reads the arguments <c>service</c> and <c>provider</c>: ids or names, as heard. Never guesses between two.</summary>
internal static class VisitReader
{
    /// <returns>The visit, or the answer that asks for what is unclear.</returns>
    public static Result<Visit, ToolAnswer> Read(ToolTurn turn, ToolArguments arguments)
    {
        var schedule = turn.Clinic.Schedule;
        Provider? provider = null;
        if (arguments["provider"] is { IsMissing: false } wanted)
        {
            if (!wanted.TryGet(out var name))
                return Unreadable(turn, "clinician");
            if (!NameMatcher.MeansAnyone(name))
            {
                var match = NameMatcher.Provider(schedule, name);
                if (!match.TryGet(out provider))
                    return WhichProvider(turn, match.IsAmbiguous ? match.Candidates : schedule.Providers, match.IsAmbiguous);
            }
        }

        var service = schedule.DefaultService(provider?.Id);
        if (arguments["service"] is { IsMissing: false } kind)
        {
            if (!kind.TryGet(out var name))
                return Unreadable(turn, "kind of visit");
            var match = NameMatcher.Service(schedule, name);
            if (!match.TryGet(out service))
                return WhichService(turn, match.IsAmbiguous ? match.Candidates : schedule.Services, match.IsAmbiguous);
        }

        if (service is null)
            return turn.Refused(ToolCodes.UnknownService, "There is nothing that can be booked here at the moment.", RefusalAction.Escalate).Done();
        if (provider is not null && !service.ProviderIds.Contains(provider.Id))
            return NotOffered(turn, service, provider);
        return new Visit(service, provider);
    }

    private static ToolAnswer Unreadable(ToolTurn turn, string what) =>
        turn.Refused(ToolCodes.InvalidArgument, $"I did not catch the {what}. Could you say it again?", RefusalAction.AskAgain).Done();

    private static ToolAnswer WhichProvider(ToolTurn turn, IReadOnlyList<Provider> candidates, bool isAmbiguous)
    {
        var names = candidates.Select(provider => provider.Name).ToList();
        return (isAmbiguous
                ? turn.Refused(ToolCodes.Ambiguous, $"Do you mean {SpokenFormat.Or(names)}?", RefusalAction.AskAgain)
                : turn.Refused(ToolCodes.UnknownProvider, $"I do not know that name here. There is {SpokenFormat.Or([.. names.Take(5)])}.", RefusalAction.AskAgain))
            .Texts("providers", names).Done();
    }

    private static ToolAnswer WhichService(ToolTurn turn, IReadOnlyList<Service> candidates, bool isAmbiguous)
    {
        var names = candidates.Select(service => service.Name).ToList();
        return (isAmbiguous
                ? turn.Refused(ToolCodes.Ambiguous, $"Do you mean {SpokenFormat.Or(names)}?", RefusalAction.AskAgain)
                : turn.Refused(ToolCodes.UnknownService, $"We do not have that here. We have {SpokenFormat.Or([.. names.Take(5)])}.", RefusalAction.AskAgain))
            .Texts("services", names).Done();
    }

    private static ToolAnswer NotOffered(ToolTurn turn, Service service, Provider provider)
    {
        var others = service.ProviderIds.Select(id => turn.Clinic.Schedule.Provider(id).Name).ToList();
        var say = others.Count == 0
            ? $"{provider.Name} does not do {service.Name}."
            : $"{provider.Name} does not do {service.Name}. {SpokenFormat.Or(others)} could see you for that.";
        return turn.Refused(ToolCodes.UnknownProvider, say, RefusalAction.AskAgain).Texts("providers", others).Done();
    }
}

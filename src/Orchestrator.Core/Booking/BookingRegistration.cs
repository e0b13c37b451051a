using Microsoft.Extensions.DependencyInjection;
using Orchestrator.Core.Scheduling;

namespace Orchestrator.Core.Booking;

public static class BookingRegistration
{
    public static IServiceCollection AddBooking(this IServiceCollection services) => services
        .AddSingleton<AvailabilityService>()
        .AddSingleton<BookingService>()
        .AddSingleton<HoldFinder>()
        .AddSingleton<HoldDesk>();
}

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;
using Orchestrator.Core.Credentials;
using Orchestrator.Core.Tenancy;
using Orchestrator.Web.Hosting;
using Orchestrator.Web.Hosting.Database;

namespace Orchestrator.Web.Identity;

internal static class IdentityRegistration
{
    public static void AddIdentity(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddDbContextFactory<UsersDbContext>((provider, options) => UsersModel.Configure(options, provider.GetRequiredService<NpgsqlDataSource>()));
        services.AddSingleton<ISchemaPart, UsersSchema>();
        services.AddSingleton<MembershipStore>();
        services.AddSingleton<IStaffAccess>(provider => provider.GetRequiredService<MembershipStore>());
        services.AddSingleton<AccountStore>();
        services.AddSingleton<MemberStore>();
        services.AddSingleton<InvitationStore>();
        services.AddSingleton<CookieKeyRewrap>();
        services.AddSingleton<ViewerReader>();
        services.AddSingleton<IStartupStep, DevelopmentUsersStep>();
        AddUsers(services);
        AddSessions(services, builder.Environment);
        AddPolicies(services);
        AddDataProtection(services);
        services.AddAccountLimits();
    }

    private static void AddUsers(IServiceCollection services)
    {
        // A singleton, since the decoy is made with it once.
        services.AddSingleton<IPasswordHasher<PortalUser>, PasswordHasher<PortalUser>>();
        services.AddSingleton<DecoyPassword>();
        services.AddScoped<SignInService>();
        // OWASP's figure for PBKDF2 with HMAC-SHA512, password storage cheat sheet, 2023-01.
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 210_000);
        services.AddIdentityCore<PortalUser>(identity =>
            {
                identity.User.RequireUniqueEmail = true;
                identity.Password = new PasswordOptions
                {
                    RequiredLength = PasswordRules.MinLength,
                    RequireDigit = false,
                    RequireLowercase = false,
                    RequireUppercase = false,
                    RequireNonAlphanumeric = false,
                    RequiredUniqueChars = 1,
                };
            })
            .AddRoles<PortalRole>()
            .AddEntityFrameworkStores<UsersDbContext>()
            .AddSignInManager()
            .AddClaimsPrincipalFactory<PortalClaims>()
            .AddPasswordValidator<PasswordRules>()
            .AddErrorDescriber<AccountWords>()
            .AddDefaultTokenProviders();
        services.Configure<DataProtectionTokenProviderOptions>(tokens => tokens.TokenLifespan = TimeSpan.FromHours(1));
    }

    private static void AddSessions(IServiceCollection services, IHostEnvironment environment)
    {
        // Development is served over plain http, where a browser keeps no __Host- cookie.
        var isDevelopment = environment.IsDevelopment();
        var (prefix, secure) = isDevelopment ? ("", CookieSecurePolicy.SameAsRequest) : ("__Host-", CookieSecurePolicy.Always);
        services.AddScoped<CookieEvents>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.ConfigureApplicationCookie(cookie =>
        {
            cookie.Cookie.Name = $"{prefix}orchestrator";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = secure;
            cookie.Cookie.Path = "/";
            cookie.ExpireTimeSpan = PortalSession.Longest;
            cookie.SlidingExpiration = false;
            cookie.LoginPath = PortalPaths.SignIn;
            cookie.ReturnUrlParameter = "returnUrl";
            cookie.EventsType = typeof(CookieEvents);
        });
        services.Configure<SecurityStampValidatorOptions>(stamp => stamp.ValidationInterval = TimeSpan.FromMinutes(1));
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = $"{prefix}orchestrator-form";
            antiforgery.Cookie.SecurePolicy = secure;
            antiforgery.Cookie.SameSite = SameSiteMode.Strict;
            antiforgery.Cookie.Path = "/";
        });
        services.AddScoped<CircuitActivity>();
        services.AddScoped<AuthenticationStateProvider, CircuitWatch>();
    }

    private static void AddPolicies(IServiceCollection services)
    {
        services.AddSingleton<IAuthorizationHandler, StaffAuthorization>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, PageRefusals>();
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.Configure<AuthorizationOptions>(authorization =>
        {
            foreach (var task in Enum.GetValues<StaffTask>())
                authorization.AddPolicy(AuthorizeStaffAttribute.PolicyOf(task), policy => policy.RequireAuthenticatedUser().AddRequirements(new StaffRequirement(task)));
        });
    }

    private static void AddDataProtection(IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("orchestrator").PersistKeysToDbContext<UsersDbContext>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(
            keys => keys.XmlEncryptor = new KeyRingXmlEncryptor(provider.GetRequiredService<KeyRing>())));
    }
}

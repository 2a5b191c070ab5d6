using System.IO.Compression;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Ninben.Connectors;
using Ninben.Connectors.Ocr;
using Ninben.Runtime;
using Ninben.Runtime.Documents;
using Ninben.Runtime.Jobs;
using Ninben.Server.Access;
using Ninben.Server.Audit;
using Ninben.Server.Endpoints;
using Ninben.Server.Endpoints.Cases;
using Ninben.Server.Endpoints.Decisions;
using Ninben.Server.Endpoints.Reviews;
using Ninben.Server.Json;
using Ninben.Server.Live;
using Ninben.Server.Problems;
using Ninben.Server.Requests;
using Ninben.Server.Web;
using Ninben.Storage;
using Ninben.Storage.Sqlite.Accounts;

namespace Ninben.Server;

/// <summary>Puts a server together.</summary>
public static class NinbenServer
{
    private const string Chosen = "ninben";

    /// <summary>
    /// A server ready to be started. Throws <see cref="ArgumentException"/> when a demo would listen on anything but loopback.
    /// </summary>
    public static WebApplication Create(ServerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Mode == ServerMode.Demo && options.Urls.FirstOrDefault(u => !IsLoopback(u)) is { } open)
            throw new ArgumentException($"A demo has personas without passwords and listens on loopback only; found {open}.", nameof(options));

        // Files are not watched: a changed setting takes effect with the next start.
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = ["--hostBuilder:reloadConfigOnChange=false"] });
        builder.Configuration.AddJsonFile(Path.Combine(Path.GetFullPath(options.DataFolder), "ninben.json"), optional: true, reloadOnChange: false);
        builder.Configuration.AddEnvironmentVariables("NINBEN_");
        builder.Configuration.AddInMemoryCollection(options.Settings);
        builder.Logging.ClearProviders();
        builder.Logging.AddSimpleConsole(o => o.SingleLine = true);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseUrls([.. options.Urls]);
        if (options.Urls.Any(u => u.StartsWith("https:", StringComparison.OrdinalIgnoreCase))) builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // BodyReading and Upload hold the limits, so that a client gets an answer in words.
            kestrel.Limits.MaxRequestBodySize = null;
        });
        Register(builder.Services, options);
        options.Configure?.Invoke(builder.Services);

        var app = builder.Build();
        Arrange(app, options);
        return app;
    }

    private static bool IsLoopback(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.IsLoopback;

    private static void Register(IServiceCollection services, ServerOptions options)
    {
        services.AddSingleton(options).AddSingleton(options.Time);
        services.AddNinbenSqlite(options.DataFolder).AddNinbenAccounts(options.DataFolder).AddNinbenRuntime();
        services.AddSingleton(new OcrOptions()).AddSingleton<PageImages>().AddSingleton<IPageReader, PageReader>();
        services.AddSingleton<IEnumerable<IConnector>>(provider => Connect(provider, options));
        services.AddHostedService<FirstStart>();

        services.ConfigureHttpJsonOptions(json => ServerJson.Configure(json.SerializerOptions));
        services.Configure<Microsoft.AspNetCore.Routing.RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
        services.AddOpenApi("v1", ApiDocument.Configure);
        services.AddResponseCompression(AnswerCompression.Configure);
        // At the fastest level Brotli's answers are larger than gzip's.
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Optimal);

        services.AddSingleton<SignIn>().AddSingleton<IAuthorizationMiddlewareResultHandler, AccessAnswers>();
        // Not AddAuthentication: it brings data protection, which nothing here needs, because a session is a random reference.
        services.AddAuthenticationCore(o => o.DefaultScheme = Chosen).AddWebEncoders();
        new AuthenticationBuilder(services)
            .AddPolicyScheme(Chosen, null, o => o.ForwardDefaultSelector = context =>
                context.Request.Headers.ContainsKey("Authorization") ? KeyHandler.SchemeName : SessionHandler.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, KeyHandler>(KeyHandler.SchemeName, null)
            .AddScheme<AuthenticationSchemeOptions, SessionHandler>(SessionHandler.SchemeName, null);
        var authorization = services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        foreach (var rule in AccessRule.All.Values) authorization.AddPolicy(rule.Name, policy => Require(policy, rule));

        services.AddSingleton<CaseDoor>().AddSingleton<ReviewDoor>().AddSingleton<ReviewSurroundings>().AddSingleton<DeployedDecisions>()
            .AddSingleton<HoldExplanation>();
        services.AddSingleton<AnswerOnce>();
        services.AddSingleton<EventStream>().AddSingleton<LiveConnections>().AddSingleton(new WebRoot(options.WebFolder));
        services.AddSingleton<ChainWatch>().AddHostedService(provider => provider.GetRequiredService<ChainWatch>());
    }

    private static IReadOnlyList<IConnector> Connect(IServiceProvider provider, ServerOptions options) => ConnectorCatalogue.Create(new ConnectorSurroundings(
        provider.GetRequiredService<IConfiguration>(), provider.GetRequiredService<IDocuments>(), provider.GetRequiredService<IPageReader>(), options.Time));

    private static void Require(AuthorizationPolicyBuilder policy, AccessRule rule)
    {
        policy.RequireAuthenticatedUser().RequireRole(rule.Roles);
        if (rule.Who == AccessRule.Party.PersonOnly) policy.RequireClaim(ClaimName.Kind, "person");
    }

    private static void Arrange(WebApplication app, ServerOptions options)
    {
        app.UseMiddleware<ProblemMiddleware>();
        app.UseMiddleware<SecurityHeaders>();
        if (options.Mode == ServerMode.Demo) app.UseMiddleware<LoopbackHosts>();
        app.UseMiddleware<WebFolder>();
        app.UseWhen(AnswerCompression.IsFor, answers => answers.UseResponseCompression());
        app.UseRouting();
        app.UseMiddleware<CrossSiteGuard>();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseMiddleware<BodyReading>();
        app.MapNinben();
        var document = app.MapOpenApi("/openapi/{documentName}.json");
        if (options.Mode == ServerMode.Demo) document.AllowAnonymous();
        else document.RequireAuthorization(AccessRule.Anyone);
    }
}

using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Hosting;
using Ninben.Runtime.Accounts;
using Ninben.Server.Access;

namespace Ninben.Server;

/// <summary>Once the server listens: makes the demo's personas, or shows the set-up link while there is nobody.</summary>
internal sealed class FirstStart(ServerOptions options, IPeople people, IServer server) : IHostedLifecycleService
{
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        if (options.Mode == ServerMode.Demo)
        {
            foreach (var persona in Persona.All) await people.Add(persona.Account(options.Time.GetUtcNow()), null, cancellationToken);
            return;
        }

        var url = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? options.Urls[0];
        if (await SetupLink.Issue(people, url, cancellationToken) is not { } link) return;
        if (options.OnSetupLink is { } tell) tell(link);
        else Console.WriteLine($"Nobody can sign in yet. Open this link once to make the first admin:\n  {link}");
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

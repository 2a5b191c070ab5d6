using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;

namespace Ninben.Server;

/// <summary>Everything a server needs to know at its start.</summary>
public sealed record ServerOptions
{
    /// <summary>Where facts, documents and accounts live.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Where to listen; port 0 takes a free one.</summary>
    public ImmutableArray<string> Urls { get; init; } = ["http://127.0.0.1:5080"];

    /// <summary>Production unless said otherwise.</summary>
    public ServerMode Mode { get; init; } = ServerMode.Production;

    /// <summary>Folder of the web interface; null looks for <c>wwwroot</c> beside the program.</summary>
    public string? WebFolder { get; init; }

    /// <summary>Settings on top of files and environment, e.g. <c>Connections:ledger:BaseUrl</c>.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Receives the one-time set-up link when there is nobody yet; null prints it on the console.</summary>
    public Action<string>? OnSetupLink { get; init; }

    /// <summary>Adds to or replaces what the server is made of, e.g. connections; null for nothing.</summary>
    public Action<IServiceCollection>? Configure { get; init; }
}

using System.Collections.Frozen;

namespace Ninben.Server.Web;

/// <summary>Where the web interface lies, and which files there are. A new build (a newer <c>index.html</c>) is noticed.</summary>
internal sealed class WebRoot
{
    private readonly Lock _lock = new();
    private FrozenSet<string> _names = [];

    public WebRoot(string? folder)
    {
        var beside = Path.Combine(AppContext.BaseDirectory, "wwwroot");
        var found = folder ?? (Directory.Exists(beside) ? beside : null);
        Folder = found is null ? null : Path.GetFullPath(found);
    }

    /// <summary>Null when there is no web interface.</summary>
    public string? Folder { get; }

    /// <summary>Changes with every build.</summary>
    public long Stamp { get; private set; }

    /// <summary>Paths of all files, with forward slashes.</summary>
    public FrozenSet<string> Names()
    {
        if (Folder is null) return [];
        var index = Path.Combine(Folder, "index.html");
        var stamp = File.Exists(index) ? File.GetLastWriteTimeUtc(index).Ticks : 1;
        if (stamp == Stamp) return _names;
        lock (_lock)
        {
            _names = Directory.Exists(Folder)
                ? Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Folder, f).Replace('\\', '/'))
                    .ToFrozenSet()
                : [];
            Stamp = stamp;
            return _names;
        }
    }
}

using System.Collections.Concurrent;

namespace Ninben.Server.Live;

/// <summary>How many live connections there are: at most 20 of one caller and 2,000 in all.</summary>
internal sealed class LiveConnections
{
    private const int MostOfOne = 20;
    private const int MostInAll = 2000;
    private readonly ConcurrentDictionary<string, int> _open = new();
    private int _all;

    public bool TryEnter(string caller)
    {
        if (Interlocked.Increment(ref _all) <= MostInAll && _open.AddOrUpdate(caller, 1, (_, n) => n + 1) <= MostOfOne) return true;
        Leave(caller);
        return false;
    }

    public void Leave(string caller)
    {
        Interlocked.Decrement(ref _all);
        _open.AddOrUpdate(caller, 0, (_, n) => Math.Max(0, n - 1));
    }
}

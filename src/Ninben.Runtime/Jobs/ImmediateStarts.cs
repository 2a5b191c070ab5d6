using System.Collections.Immutable;
using Ninben.Bpmn.Cases.Facts;

namespace Ninben.Runtime.Jobs;

/// <summary>Places that were taken for the work of one burst. What did not begin when this is disposed is given back.</summary>
internal sealed class ImmediateStarts : IDisposable
{
    private ImmutableArray<(WorkLoop Loop, WorkItem Item)> starts = [];
    private int action = -1;

    /// <summary>Nothing starts; shared, so nothing may be added to it.</summary>
    public static ImmediateStarts None { get; } = new();

    /// <summary>What starts, for the append.</summary>
    public ImmutableArray<WorkItem> Items => [.. starts.Select(start => start.Item)];

    /// <summary>The first action among them, or null.</summary>
    public ActionRequested? Action => action < 0 ? null : (ActionRequested)starts[action].Item.Request!;

    /// <summary>Adds work for which a place was taken.</summary>
    public void Add(WorkLoop loop, WorkItem item)
    {
        if (action < 0 && item.Kind == WorkKind.Action) action = starts.Length;
        starts = starts.Add((loop, item));
    }

    /// <summary>The first attempt of <see cref="Action"/> is committed together with its request.</summary>
    public void ActionIsAttempted() => starts = starts.SetItem(action, (starts[action].Loop, starts[action].Item with { StartedAttempt = 1 }));

    /// <summary>Hands everything to its worker.</summary>
    public void Begin()
    {
        foreach (var (loop, item) in starts) loop.Start(item);
        starts = [];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var (loop, _) in starts) loop.LeavePlace();
        starts = [];
    }
}

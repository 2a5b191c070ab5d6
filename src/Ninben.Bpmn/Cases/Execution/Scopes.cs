using Ninben.Bpmn.Elements;
using Ninben.Bpmn.Model;

namespace Ninben.Bpmn.Cases.Execution;

/// <summary>Begins processes and parts of processes.</summary>
internal static class Scopes
{
    /// <summary>Begins the case, with what opened it.</summary>
    public static void Begin(Scribe scribe)
    {
        var content = scribe.Process.Content;
        if (scribe.State.Start is not { } start) Open(scribe, 0, content);
        else Open(scribe, 0, content with { Entries = [scribe.Process.ById[start]] }, new Signal.Happened(scribe.State.StartPayload ?? default));
    }

    /// <summary>Lets the event sub-processes of a scope wait, then enters what it begins with.</summary>
    public static void Open(Scribe scribe, int scope, ScopeContent content, Signal? signal = null)
    {
        if (!Arm(scribe, scope, content)) return;
        foreach (var entry in content.Entries) scribe.Enter(new Work(entry, scope, 0, null, signal));
        if (content.Entries.IsEmpty) scribe.CheckScope(scope);
    }

    /// <summary>Lets the event sub-processes of a scope wait; false after an incident.</summary>
    public static bool Arm(Scribe scribe, int scope, ScopeContent content)
    {
        foreach (var start in content.EventStarts)
            if (!Arming.TryArm(scribe, scope, start)) return false;
        return true;
    }
}

using System.Collections.Immutable;
using Ninben.Bpmn.Model;
using Ninben.Bpmn.Xml;

namespace Ninben.Bpmn.Checks;

/// <summary>A timer has one time, in the form of ISO 8601 or as an expression (BPMN 2.0, 10.5.5).</summary>
internal static class Timers
{
    private static readonly ModelRule None = ModelRule.Error("timer-without-time", "A timer says when it fires.",
        "Add <bpmn:timeDuration>PT1H</bpmn:timeDuration>.", "10.5.5 Event definitions");

    private static readonly ModelRule Several = ModelRule.Error("timer-with-several-times", "A timer has one of timeDate, timeCycle and timeDuration.",
        "Keep one of them.", "10.5.5 Event definitions");

    private static readonly ModelRule Bad = ModelRule.Error("bad-duration", "A time is written as in ISO 8601, or is a FEEL expression after '='.",
        "FEEL expressions start with '='.", "10.5.5 Event definitions");

    public static Check Check { get; } = new(Run, [None, Several, Bad]);

    private static void Run(CheckSubject subject)
    {
        foreach (var node in subject.Executable)
        {
            if (!node.IsEvent) continue;
            foreach (var definition in EventTriggers.DefinitionsOf(subject, node))
                if (definition.Name == "timerEventDefinition") CheckTimer(subject, node, definition);
        }
    }

    private static void CheckTimer(CheckSubject subject, ModelNode node, ModelNode definition)
    {
        ImmutableArray<ModelNode> times = [.. definition.Children.Where(child => child.IsBpmn && child.Name is "timeDate" or "timeCycle" or "timeDuration")];
        if (times.Length == 0 || times.All(time => string.IsNullOrWhiteSpace(time.Text)))
            subject.Report(None, node, $"The timer '{node.Id}' does not say when it fires.");
        else if (times.Length > 1)
            subject.Report(Several, node, $"The timer '{node.Id}' has {times.Length} times.");
        else CheckTime(subject, times[0]);
    }

    private static void CheckTime(CheckSubject subject, ModelNode time)
    {
        var text = time.Text.Trim();
        if (text.StartsWith('=')) return;
        var (isRight, expected) = time.Name switch
        {
            "timeDuration" => (IsoTime.Duration(text) is not null, "a duration such as PT4H"),
            "timeDate" => (IsoTime.Instant(text) is not null, "an instant such as 2030-01-31T12:00:00Z"),
            _ => (IsCycle(text), "a cycle such as R3/PT10M"),
        };
        if (!isRight) subject.Report(Bad, time, $"Expected {expected}, found '{text}'.");
    }

    // ISO 8601, 4.5: R with a number of repetitions or without, then a duration, or an instant and a duration, or two instants.
    private static bool IsCycle(string text)
    {
        var parts = text.Split('/');
        if (parts is ["R" or ['R', ..], ..] && parts.Length is 2 or 3 && parts[0][1..].All(char.IsAsciiDigit))
            return parts[1..].All(part => IsoTime.Duration(part) is not null || IsoTime.Instant(part) is not null);
        // A plain duration repeats without end, and a cron line is checked by what runs it.
        return IsoTime.Duration(text) is not null || text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length is 5 or 6 or 7;
    }
}

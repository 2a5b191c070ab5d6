using Ninben.Bpmn.Elements;
using Ninben.Bpmn.Model;
using Ninben.Bpmn.Xml;
using Ninben.Feel;

namespace Ninben.Bpmn.Events.Timers;

/// <summary>Reads <c>timeDuration</c>, <c>timeDate</c> and <c>timeCycle</c>.</summary>
internal static class TimerReader
{
    public static EventDefinition? Read(ElementSource source, ModelNode definition)
    {
        foreach (var (tag, form) in ((string, TimerForm)[])[("timeDuration", TimerForm.Duration), ("timeDate", TimerForm.Date), ("timeCycle", TimerForm.Cycle)])
        {
            if (definition.Child(tag) is not { } owner || string.IsNullOrWhiteSpace(owner.Text)) continue;
            return Due(source, owner, form) is { } due ? new TimerDefinition(form, due) : null;
        }

        source.Findings.Error("timer-without-time", $"The timer '{source.Id}' does not say when it fires.", source.Node,
            "Add <bpmn:timeDuration>PT1H</bpmn:timeDuration>.");
        return null;
    }

    private static ModelValue? Due(ElementSource source, ModelNode owner, TimerForm form)
    {
        var text = owner.Text.Trim();
        if (text.StartsWith('=')) return source.CompileText(owner) is { } expression ? new ModelValue(expression, default) : null;
        if (TimerTimes.IsUsable(text, form)) return new ModelValue(null, FeelValue.From(text));
        source.Findings.Error("bad-duration", $"Expected {TimerTimes.Expected(form)}, found '{text}'.", owner, "FEEL expressions start with '='.");
        return null;
    }
}

using Ninben.Bpmn.Model;
using Ninben.Bpmn.Xml;
using Ninben.Feel;

namespace Ninben.Bpmn.Elements.BoundaryTimers;

/// <summary>Reads <c>timeDuration</c> and <c>timeDate</c>.</summary>
internal static class BoundaryTimerReader
{
    public static ElementDetail? Read(ElementSource source)
    {
        var definition = source.Node.Child("timerEventDefinition")!;
        var duration = definition.Child("timeDuration");
        var date = definition.Child("timeDate");
        if (definition.Child("timeCycle") is { } cycle)
        {
            source.Findings.Error("unsupported-element", "A timer cycle cannot be executed.", cycle, "Use timeDuration or timeDate.");
            return null;
        }

        if ((duration ?? date) is not { } owner || string.IsNullOrWhiteSpace(owner.Text))
        {
            source.Findings.Error("timer-without-time", $"The timer '{source.Id}' does not say when it fires.", source.Node,
                "Add <bpmn:timeDuration>PT1H</bpmn:timeDuration>.");
            return null;
        }

        var form = owner == duration ? TimerForm.Duration : TimerForm.Date;
        var effect = source.Node["cancelActivity"] is "false" or "0" ? BoundaryEffect.NonInterrupting : BoundaryEffect.Interrupting;
        return Due(source, owner, form) is { } due ? new BoundaryTimer(form, due, effect) : null;
    }

    private static ModelValue? Due(ElementSource source, ModelNode owner, TimerForm form)
    {
        var text = owner.Text.Trim();
        if (text.StartsWith('=')) return source.CompileText(owner) is { } expression ? new ModelValue(expression, default) : null;
        var isUsable = form == TimerForm.Duration ? IsoTime.Duration(text) is not null : IsoTime.Instant(text) is not null;
        if (isUsable) return new ModelValue(null, FeelValue.From(text));
        source.Findings.Error("bad-duration",
            $"Expected {(form == TimerForm.Duration ? "a duration such as PT4H" : "an instant such as 2030-01-31T12:00:00Z")}, found '{text}'.",
            owner, "FEEL expressions start with '='.");
        return null;
    }
}

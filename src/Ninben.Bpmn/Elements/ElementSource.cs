using System.Collections.Immutable;
using System.Globalization;
using Ninben.Bpmn.Elements.UserTasks;
using Ninben.Bpmn.Model;
using Ninben.Bpmn.Xml;
using Ninben.Feel;
using Ninben.Oversight.Gates;
using Ninben.Oversight.Reviews;

namespace Ninben.Bpmn.Elements;

/// <summary>The XML of one element and the ways to read it. Faults are reported as diagnostics, never thrown.</summary>
internal sealed class ElementSource(ModelNode node, string id, ModelFile file)
{
    public ModelNode Node { get; } = node;

    public string Id { get; } = id;

    public ModelFile Model { get; } = file;

    public FindingList Findings => Model.Findings;

    /// <summary>What a reference names among the elements shared by the whole file (messages, signals, errors, event definitions ...), or null.</summary>
    public ModelNode? Shared(string? reference) => string.IsNullOrWhiteSpace(reference) ? null : Model.Ids.Named(Local(reference));

    /// <summary>A reference without its namespace prefix.</summary>
    public static string Local(string reference) => reference[(reference.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();

    /// <summary>An attribute as a value: FEEL with a leading <c>=</c>, else literal text; null when it is absent or faulty.</summary>
    public ModelValue? Value(ModelNode owner, string attribute)
    {
        if (owner.Attribute(attribute) is not { } found) return null;
        if (!found.Value.AsSpan().TrimStart().StartsWith("=")) return new ModelValue(null, FeelValue.From(found.Value));
        var equals = found.Value.IndexOf('=', StringComparison.Ordinal);
        return Compile(found.Value[(equals + 1)..], found.Line, found.Column + equals + 1) is { } expression ? new ModelValue(expression, default) : null;
    }

    /// <summary>Compiles FEEL that stands at this position; null after reporting its faults.</summary>
    public FeelExpression? Compile(string text, int line, int column)
    {
        var compilation = FeelExpression.Compile(text, FeelScope.Open, Findings.Source);
        foreach (var diagnostic in compilation.Diagnostics)
        {
            var place = diagnostic.Location;
            Findings.Add(diagnostic with
            {
                Location = place with
                {
                    Source = Findings.Source,
                    Line = line + place.Line - 1,
                    Column = place.Line == 1 ? column + place.Column - 1 : place.Column,
                    Element = Id,
                },
            });
        }

        return compilation.Expression;
    }

    /// <summary>The text of an element (condition, script) as FEEL, with a leading <c>=</c> or without.</summary>
    public FeelExpression? CompileText(ModelNode owner)
    {
        var text = owner.Text;
        if (ForeignExpression.Is(text)) return Translated(text, owner);
        var start = text.AsSpan().TrimStart().StartsWith("=") ? text.IndexOf('=', StringComparison.Ordinal) + 1 : 0;
        var (line, column) = (owner.TextLine, owner.TextColumn);
        for (var i = 0; i < start; i++) (line, column) = text[i] == '\n' ? (line + 1, 1) : (line, column + 1);
        return Compile(text[start..], line, column);
    }

    private FeelExpression? Translated(string text, ModelNode owner)
    {
        if (ForeignExpression.ToFeel(text) is { } feel) return Compile(feel, owner.TextLine, owner.TextColumn);
        Findings.Error("expression-language", $"Expected FEEL, found '{text.Trim()}', which cannot be said in it.", owner,
            "Write it in FEEL; of ${...} only names, literals, comparisons and logic are understood.");
        return null;
    }

    /// <summary>The <c>ninben:input</c> children.</summary>
    public ImmutableArray<ModelInput> Inputs(ModelNode? owner)
    {
        if (owner is null) return [];
        var inputs = ImmutableArray.CreateBuilder<ModelInput>();
        foreach (var child in owner.Children)
        {
            if (child.Name != "input" || child.Space != Namespaces.Ninben) continue;
            if (child["name"] is not { Length: > 0 } name) Findings.Error("input-without-name", "An input needs a name.", child, "Write name=\"...\".");
            else if (child.Attribute("value") is null) Findings.Error("input-without-value", $"The input '{name}' needs a value.", child,
                "Write value=\"...\".");
            else if (Value(child, "value") is { } value) inputs.Add(new ModelInput(name, value));
        }

        return inputs.ToImmutable();
    }

    /// <summary>A whole number within bounds; the fallback when absent, or after reporting a fault.</summary>
    public int Number(ModelNode owner, string attribute, int fallback, (int Least, int Greatest) bounds)
    {
        if (owner[attribute] is not { } text) return fallback;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= bounds.Least
            && number <= bounds.Greatest) return number;
        Findings.Error("bad-number", $"'{attribute}' must be a whole number from {bounds.Least} to {bounds.Greatest}, found '{text}'.", owner);
        return fallback;
    }

    /// <summary>Seconds of a literal ISO duration; the fallback when absent, or after reporting a fault.</summary>
    public int Seconds(ModelNode owner, string attribute, int fallback, (int Least, int Greatest) bounds)
    {
        if (owner[attribute] is not { } text) return fallback;
        if (IsoTime.Duration(text) is { } span && span.TotalSeconds >= bounds.Least && span.TotalSeconds <= bounds.Greatest) return (int)span.TotalSeconds;
        Findings.Error("bad-duration", $"'{attribute}' must be a duration from {bounds.Least} s to {bounds.Greatest} s such as PT30S, found '{text}'.", owner);
        return fallback;
    }

    /// <summary>Gate, review, reasons and result of the element.</summary>
    public HoldSettings Hold()
    {
        var gate = Node.Extension("gate");
        var decision = gate?["decision"];
        if (gate is not null && string.IsNullOrWhiteSpace(decision))
            Findings.Error("gate-without-decision", "A gate needs the id of the DMN decision that judges.", gate, "Write decision=\"...\".");
        var result = Node.Extension("result")?["variable"] ?? Node.Foreign("calledDecision", Namespaces.Zeebe)?["resultVariable"]
            ?? Node.Foreign("script", Namespaces.Zeebe)?["resultVariable"] ?? Node["camunda:resultVariable"];
        return new HoldSettings(decision, Review(), Reasons(), string.IsNullOrWhiteSpace(result) ? Id : result);
    }

    /// <summary>Inputs of the activity itself: <c>ninben:input</c>, or the sources and targets of <c>zeebe:ioMapping</c>.</summary>
    public ImmutableArray<ModelInput> OwnInputs() => [.. Inputs(Node.Child("extensionElements")), .. Mapped("input")];

    /// <summary>Outputs of the activity: <c>ninben:output</c>, or the sources and targets of <c>zeebe:ioMapping</c>.</summary>
    public ImmutableArray<ModelInput> OwnOutputs()
    {
        var outputs = ImmutableArray.CreateBuilder<ModelInput>();
        foreach (var output in Node.Extensions("output"))
        {
            if (output["name"] is not { Length: > 0 } name) Findings.Error("output-without-name", "An output needs a name.", output, "Write name=\"...\".");
            else if (Value(output, "value") is { } value) outputs.Add(new ModelInput(name, value));
        }

        return [.. outputs, .. Mapped("output")];
    }

    private IEnumerable<ModelInput> Mapped(string tag)
    {
        foreach (var mapping in Node.Foreign("ioMapping", Namespaces.Zeebe)?.Children ?? [])
            if (mapping.Name == tag && mapping["target"] is { Length: > 0 } target && Value(mapping, "source") is { } value)
                yield return new ModelInput(target, value);
    }

    private ReviewSettings? Review()
    {
        var group = Assignment.Group(this);
        if (Node.Extension("review") is not { } review) return group is null ? null : new ReviewSettings(group, null, 50, null, FrictionTier.Low);
        return new ReviewSettings(Value(review, "group") ?? group, Value(review, "title"), Number(review, "priority", 50, (0, 100)), Value(review, "dueIn"),
            Tier(review));
    }

    private FrictionTier Tier(ModelNode review)
    {
        switch (review["tier"])
        {
            case null or "low": return FrictionTier.Low;
            case "medium": return FrictionTier.Medium;
            case "high": return FrictionTier.High;
            case "critical": return FrictionTier.Critical;
            default:
                Findings.Error("bad-tier", $"A tier is low, medium, high or critical, found '{review["tier"]}'.", review);
                return FrictionTier.Critical;
        }
    }

    private ImmutableArray<OfferedReason> Reasons()
    {
        var reasons = ImmutableArray.CreateBuilder<OfferedReason>();
        foreach (var reason in Node.Extensions("reason"))
        {
            if (reason["code"] is { Length: > 0 } code) reasons.Add(new OfferedReason(code, reason["text"] ?? code, Verdicts(reason)));
            else Findings.Error("reason-without-code", "A reason needs a code.", reason, "Write code=\"...\" text=\"...\".");
        }

        var most = Enum.GetValues<VerdictKind>().Max(kind => reasons.Count(reason => reason.Verdicts is not { } named || named.Contains(kind)));
        if (most > 9) Findings.Error("too-many-reasons", $"At most 9 reasons can be picked with one digit, found {most} for one verdict.", Node);
        return reasons.Count == 0 ? OfferedReasons.Default : reasons.ToImmutable();
    }

    private ImmutableArray<VerdictKind>? Verdicts(ModelNode reason)
    {
        const string hint = "Write some of: approve amend reject return. Without the attribute a reason is against an answer.";
        if (reason["verdicts"] is not { } text) return null;
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0) Findings.Error("bad-verdict", "'verdicts' names no verdict.", reason, hint);
        var verdicts = ImmutableArray.CreateBuilder<VerdictKind>();
        foreach (var word in words)
        {
            if (Verdict(word) is not { } kind) Findings.Error("bad-verdict", $"A verdict is approve, amend, reject or return, found '{word}'.", reason, hint);
            else if (!verdicts.Contains(kind)) verdicts.Add(kind);
        }

        return verdicts.ToImmutable();
    }

    private static VerdictKind? Verdict(string word) => word switch
    {
        "approve" => VerdictKind.Approve,
        "amend" => VerdictKind.Amend,
        "reject" => VerdictKind.Reject,
        "return" => VerdictKind.Return,
        _ => null,
    };
}

using System.Globalization;
using System.Security;
using System.Text;

namespace Ninben.Bpmn.Tests.Reference;

/// <summary>Writes a random model as BPMN.</summary>
internal sealed class ModelWriter
{
    private readonly StringBuilder _xml = new();

    /// <summary>The text of a model with a main process, p, and those that it calls.</summary>
    public static string Write(RandomModel model)
    {
        var writer = new ModelWriter();
        writer._xml.Append("""
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:ninben="https://ninben.dev/bpmn/1.0" id="defs" targetNamespace="test">

            """);
        foreach (var name in RandomModel.Names)
            writer._xml.Append($"""
                <bpmn:message id="m{name}" name="{name}"/><bpmn:signal id="s{name}" name="{name}"/><bpmn:error id="e{name}" errorCode="{name}"/>
                <bpmn:escalation id="x{name}" escalationCode="{name}"/>

                """);
        foreach (var process in (Part[])[model.Process, .. model.Called])
        {
            writer._xml.AppendLine($"""<bpmn:process id="{process.Id}" isExecutable="true">""");
            writer.Inside(process);
            writer._xml.AppendLine("</bpmn:process>");
        }

        return writer._xml.Append("</bpmn:definitions>").ToString();
    }

    private void Inside(Part part)
    {
        foreach (var node in part.Nodes)
        {
            Write(node);
            if (node.Undo is not { } handler) continue;
            _xml.AppendLine($"""<bpmn:boundaryEvent id="c_{node.Id}" attachedToRef="{node.Id}"><bpmn:compensateEventDefinition/></bpmn:boundaryEvent>""");
            _xml.AppendLine($"""<bpmn:association id="a_{node.Id}" sourceRef="c_{node.Id}" targetRef="{handler.Id}" associationDirection="One"/>""");
        }

        foreach (var arc in part.Arcs)
        {
            var condition = arc.Condition is null ? "" : $"<bpmn:conditionExpression>{Text(arc.Condition)}</bpmn:conditionExpression>";
            _xml.AppendLine($"""<bpmn:sequenceFlow id="{arc.Id}" sourceRef="{arc.From.Id}" targetRef="{arc.To.Id}">{condition}</bpmn:sequenceFlow>""");
        }
    }

    private void Write(Node node)
    {
        var tag = Tag(node.Kind);
        _xml.Append($"<bpmn:{tag} id=\"{node.Id}\"{Attributes(node)}>");
        var extensions = Extensions(node);
        if (extensions.Length > 0) _xml.Append($"<bpmn:extensionElements>{extensions}</bpmn:extensionElements>");
        if (node.Kind == NodeKind.Script) _xml.Append($"<bpmn:script>{Text(node.Script!)}</bpmn:script>");
        if (node.Kind is not (NodeKind.Receive or NodeKind.Send)) foreach (var trigger in node.Triggers) _xml.Append(Definition(trigger));
        if (node.Completion is { } completion)
        {
            var name = node.Kind == NodeKind.Complex ? "activationCondition" : "completionCondition";
            _xml.Append($"<bpmn:{name}>{Text(completion)}</bpmn:{name}>");
        }

        if (node.Repeat is { } repeat) _xml.Append(Marker(repeat));
        if (node.Inside is { } inside && node.Kind != NodeKind.Call)
        {
            _xml.AppendLine();
            Inside(inside);
        }

        _xml.AppendLine($"</bpmn:{tag}>");
    }

    private static string Attributes(Node node)
    {
        var text = new StringBuilder();
        void Set(string name, string value) => text.Append($" {name}=\"{value}\"");
        if (node.Default is { } fallback) Set("default", fallback.Id);
        if (node.IsHandler) Set("isForCompensation", "true");
        if (node.NeedsAll) Set("parallelMultiple", "true");
        if (node.StartQuantity > 1) Set("startQuantity", $"{node.StartQuantity}");
        if (node.CompletionQuantity > 1) Set("completionQuantity", $"{node.CompletionQuantity}");
        if (node.Host is { } host) Set("attachedToRef", host.Id);
        if (!node.Interrupts) Set(node.Kind == NodeKind.Start ? "isInterrupting" : "cancelActivity", "false");
        if (node.Kind == NodeKind.Script) Set("scriptFormat", "feel");
        if (node.Kind is NodeKind.Receive or NodeKind.Send) Set("messageRef", "m" + node.Triggers[0].Name);
        if (node.Kind == NodeKind.EventSubProcess) Set("triggeredByEvent", "true");
        if (node.Kind == NodeKind.Call) Set("calledElement", node.Inside!.Id);
        if (node.IsSequential) Set("ordering", "Sequential");
        if (node.AwaitsRest) Set("cancelRemainingInstances", "false");
        return text.ToString();
    }

    private static string Extensions(Node node)
    {
        var text = new StringBuilder();
        if (node.Kind == NodeKind.Job) text.Append("""<ninben:connector type="work"/>""");
        if (node.Kind == NodeKind.User) text.Append(CultureInfo.InvariantCulture, $"""<ninben:subject value="= {UserAnswer}"/>""");
        if (node.Result is { } result) text.Append(CultureInfo.InvariantCulture, $"""<ninben:result variable="{result}"/>""");
        foreach (var (name, value) in node.Inputs) text.Append(CultureInfo.InvariantCulture, $"""<ninben:input name="{name}" value="= {Text(value)}"/>""");
        foreach (var (name, value) in node.Outputs) text.Append(CultureInfo.InvariantCulture, $"""<ninben:output name="{name}" value="= {Text(value)}"/>""");
        return text.ToString();
    }

    /// <summary>What a person who approves says.</summary>
    public const long UserAnswer = 2;

    private static string Marker(Repeat repeat)
    {
        if (repeat.Form == RepeatForm.Loop)
            return $"<bpmn:standardLoopCharacteristics testBefore=\"{(repeat.AsksFirst ? "true" : "false")}\""
                + $"{(repeat.Count is { } most ? $" loopMaximum=\"= {most}\"" : "")}>"
                + (repeat.While is { } condition ? $"<bpmn:loopCondition>{Text(condition)}</bpmn:loopCondition>" : "") + "</bpmn:standardLoopCharacteristics>";
        var own = repeat.Items is { } items ? $" collection=\"= [{string.Join(", ", items)}]\" item=\"item\"" : "";
        if (repeat.Outputs is { } outputs) own += $" outputCollection=\"{outputs}\"";
        if (repeat.Output is { } output) own += $" output=\"= {Text(output)}\"";
        return $"<bpmn:multiInstanceLoopCharacteristics isSequential=\"{(repeat.Form == RepeatForm.Sequential ? "true" : "false")}\">"
            + (own.Length > 0 ? $"<bpmn:extensionElements><ninben:loop{own}/></bpmn:extensionElements>" : "")
            + (repeat.Items is null ? $"<bpmn:loopCardinality>{repeat.Count}</bpmn:loopCardinality>" : "")
            + (repeat.Until is { } until ? $"<bpmn:completionCondition>{Text(until)}</bpmn:completionCondition>" : "")
            + "</bpmn:multiInstanceLoopCharacteristics>";
    }

    private static string Definition(Trigger trigger)
    {
        string Reference(string attribute, string prefix) => trigger.Name is null ? "" : $" {attribute}=\"{prefix}{trigger.Name}\"";
        return trigger.Kind switch
        {
            TriggerKind.Message => $"<bpmn:messageEventDefinition{Reference("messageRef", "m")}/>",
            TriggerKind.Signal => $"<bpmn:signalEventDefinition{Reference("signalRef", "s")}/>",
            TriggerKind.Error => $"<bpmn:errorEventDefinition{Reference("errorRef", "e")}/>",
            TriggerKind.Escalation => $"<bpmn:escalationEventDefinition{Reference("escalationRef", "x")}/>",
            TriggerKind.Compensation => $"<bpmn:compensateEventDefinition{Reference("activityRef", "")}/>",
            TriggerKind.Link => $"<bpmn:linkEventDefinition{Reference("name", "")}/>",
            TriggerKind.Cancel => "<bpmn:cancelEventDefinition/>",
            TriggerKind.Terminate => "<bpmn:terminateEventDefinition/>",
            TriggerKind.Condition =>
                $"<bpmn:conditionalEventDefinition><bpmn:condition>{Text(trigger.Condition!)}</bpmn:condition></bpmn:conditionalEventDefinition>",
            _ when trigger.Times > 1 =>
                $"<bpmn:timerEventDefinition><bpmn:timeCycle>R{trigger.Times}/PT{trigger.Minutes}M</bpmn:timeCycle></bpmn:timerEventDefinition>",
            _ => $"<bpmn:timerEventDefinition><bpmn:timeDuration>PT{trigger.Minutes}M</bpmn:timeDuration></bpmn:timerEventDefinition>",
        };
    }

    private static string Text(Term term) => SecurityElement.Escape(term.Feel)!;

    private static string Tag(NodeKind kind) => kind switch
    {
        NodeKind.Start => "startEvent",
        NodeKind.End => "endEvent",
        NodeKind.Throw => "intermediateThrowEvent",
        NodeKind.Catch => "intermediateCatchEvent",
        NodeKind.Boundary => "boundaryEvent",
        NodeKind.Script => "scriptTask",
        NodeKind.Job => "serviceTask",
        NodeKind.User => "userTask",
        NodeKind.Manual => "manualTask",
        NodeKind.Receive => "receiveTask",
        NodeKind.Send => "sendTask",
        NodeKind.Parallel => "parallelGateway",
        NodeKind.Exclusive => "exclusiveGateway",
        NodeKind.Inclusive => "inclusiveGateway",
        NodeKind.Complex => "complexGateway",
        NodeKind.EventGateway => "eventBasedGateway",
        NodeKind.SubProcess or NodeKind.EventSubProcess => "subProcess",
        NodeKind.Transaction => "transaction",
        NodeKind.AdHoc => "adHocSubProcess",
        _ => "callActivity",
    };
}

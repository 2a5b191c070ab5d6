using Ninben.Bpmn.Elements;
using Ninben.Bpmn.Xml;

namespace Ninben.Bpmn.Events.Signals;

/// <summary>Reads <c>signalRef</c> and <c>ninben:signal payload</c>.</summary>
internal static class SignalReader
{
    public static EventDefinition? Read(ElementSource source, ModelNode definition)
    {
        if (source.Shared(definition["signalRef"]) is { Name: "signal" } signal)
            return new SignalDefinition(signal["name"] is { Length: > 0 } name ? name : signal.Id!,
                source.Node.Extension("signal") is { } own ? source.Value(own, "payload") : null);
        source.Findings.Error("signal-without-name", $"'{source.Id}' does not say which signal it means.", source.Node,
            "Write signalRef=\"...\" and add <bpmn:signal id=\"...\" name=\"...\"/> to the definitions.");
        return null;
    }
}

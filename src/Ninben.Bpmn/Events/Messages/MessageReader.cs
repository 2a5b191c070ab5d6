using Ninben.Bpmn.Elements;
using Ninben.Bpmn.Model;
using Ninben.Bpmn.Xml;

namespace Ninben.Bpmn.Events.Messages;

/// <summary>
/// Reads <c>messageRef</c> and <c>ninben:message key payload timeToLive</c> of the event or of the message itself; <c>zeebe:subscription</c>
/// gives the key too.
/// </summary>
internal static class MessageReader
{
    private const int LongestSeconds = 3_660 * 24 * 3_600;

    /// <param name="source">The event or task.</param>
    /// <param name="definition">What carries <c>messageRef</c> or <c>operationRef</c>.</param>
    public static MessageDefinition? Read(ElementSource source, ModelNode definition)
    {
        var message = Message(source, definition);
        if (message is null)
        {
            source.Findings.Error("message-without-name", $"'{source.Id}' does not say which message it means.", source.Node,
                "Write messageRef=\"...\" and add <bpmn:message id=\"...\" name=\"...\"/> to the definitions.");
            return null;
        }

        var own = source.Node.Extension("message");
        var shared = message.Extension("message");
        var subscription = message.Child("extensionElements")?.Find("subscription", Namespaces.Zeebe);
        var key = Value(source, own, "key") ?? Value(source, shared, "key") ?? Value(source, subscription, "correlationKey");
        var seconds = own is null ? 0 : source.Seconds(own, "timeToLive", 0, (0, LongestSeconds));
        var isZeebe = subscription is not null || source.Node.Foreign("ioMapping", Namespaces.Zeebe) is not null;
        return new MessageDefinition(Name(message), key, Value(source, own, "payload") ?? Value(source, shared, "payload"), TimeSpan.FromSeconds(seconds))
        {
            SpreadsPayload = isZeebe && source.Node.Extension("result") is null,
        };
    }

    private static ModelNode? Message(ElementSource source, ModelNode definition)
    {
        if (source.Shared(definition["messageRef"]) is { Name: "message" } message) return message;
        var operation = source.Shared(definition["operationRef"]) ?? source.Shared(definition.Child("operationRef")?.Text);
        return source.Shared(operation?.Child("inMessageRef")?.Text) is { Name: "message" } incoming ? incoming : null;
    }

    private static string Name(ModelNode message) => message["name"] is { Length: > 0 } name ? name : message.Id!;

    private static ModelValue? Value(ElementSource source, ModelNode? owner, string attribute) => owner is null ? null : source.Value(owner, attribute);
}

using Ninben.Bpmn.Xml;

namespace Ninben.Bpmn.Checks;

/// <summary>Texts whose form the standard fixes: media types and URIs (BPMN 2.0, 8.3.1, 8.4.1, 8.4.6, 10.3.5).</summary>
internal static class Texts
{
    private static readonly ModelRule MediaType = ModelRule.Error("bad-media-type", "textFormat is a media type such as text/plain.",
        "Write a media type, or remove textFormat.", "8.3.1 Base element");

    private static readonly ModelRule Address = ModelRule.Error("bad-uri", "Languages and transaction methods are URIs.",
        "Correct the URI: a percent sign begins two hexadecimal digits, spaces and brackets are not allowed.", "8.4.6 Expressions");

    public static Check Check { get; } = new(Run, [MediaType, Address]);

    private static void Run(CheckSubject subject)
    {
        foreach (var node in subject.Nodes)
        {
            foreach (var attribute in node.Attributes)
            {
                var place = (attribute.Line, attribute.Column, node.Id ?? node.Parent?.Id);
                if (attribute.Name == "textFormat" && !IsMediaType(attribute.Value))
                    subject.Report(MediaType, place, $"textFormat of {node.Said} is '{attribute.Value}'.");
                if (IsAddress(node, attribute.Name) && !IsUri(attribute.Value.Trim()))
                    subject.Report(Address, place, $"{attribute.Name} of {node.Said} is not a URI: '{attribute.Value}'.");
            }
        }
    }

    private static bool IsAddress(ModelNode node, string attribute) => attribute is "expressionLanguage" or "typeLanguage" or "language"
        || (attribute == "method" && node.Name == "transaction");

    // RFC 6838, 4.2: two names, and parameters after a semicolon.
    private static bool IsMediaType(string text) =>
        text.Split(';')[0].Trim().Split('/') is [{ Length: > 0 } type, { Length: > 0 } subtype] && IsName(type) && IsName(subtype);

    private static bool IsName(string text) => text.All(letter => char.IsAsciiLetterOrDigit(letter) || "!#$&-^_.+".Contains(letter, StringComparison.Ordinal));

    // The standard's own methods, such as ##Compensate, are no URIs.
    private static bool IsUri(string text) => text.StartsWith("##", StringComparison.Ordinal) || Uri.IsWellFormedUriString(text, UriKind.RelativeOrAbsolute);
}

using Ninben.Bpmn.Model;
using Ninben.Bpmn.Xml;

namespace Ninben.Bpmn.Elements;

/// <summary>One line of the element catalogue.</summary>
/// <param name="Name">What people call it, e.g. <c>service task</c>.</param>
/// <param name="Tag">BPMN element name, e.g. <c>serviceTask</c>.</param>
/// <param name="Matches">Tells kinds of the same tag apart.</param>
/// <param name="Read">Reads what only this kind has; null after reporting an error.</param>
/// <param name="Behaviour">What it does in a case.</param>
/// <param name="Settling">What a decision on its proposal does.</param>
internal sealed record ElementKind(string Name, string Tag, Func<ModelNode, bool> Matches, Func<ElementSource, ElementDetail?> Read,
    IElementBehaviour Behaviour,
    Settling Settling = Settling.CompletesElement)
{
    /// <summary>What it does, for the documents; null for a line that only adds another form of a kind told elsewhere.</summary>
    public string? Note { get; init; }
}

using System.Collections.Frozen;

namespace Ninben.Bpmn.Xml;

/// <summary>
/// What is read anew for everything that names it: event definitions, messages, global tasks. A small file can name a large part very often, as entities
/// of XML can; written out in full it must still be within the limit of a file.
/// </summary>
internal sealed class SharedParts
{
    private const int ElementLength = 40;

    // Attributes and elements whose target is read where they stand.
    private static readonly FrozenSet<string> References = new[]
    {
        "eventDefinitionRef", "messageRef", "operationRef", "inMessageRef", "outMessageRef", "signalRef", "errorRef", "escalationRef", "calledElement",
        "resourceRef", "noneBehaviorEventRef", "oneBehaviorEventRef",
    }.ToFrozenSet(StringComparer.Ordinal);

    private readonly IdIndex _ids;
    private readonly Dictionary<ModelNode, long> _lengths = [];

    private SharedParts(IdIndex ids) => _ids = ids;

    /// <summary>The node whose reference is too much, or null.</summary>
    public static ModelNode? Excess(ModelNode root, IdIndex ids)
    {
        var parts = new SharedParts(ids);
        long sum = 0;
        foreach (var node in IdIndex.Nodes(root))
        {
            sum += parts.LengthOfNamed(node);
            if (sum > XmlLimits.Bytes) return node;
        }

        return null;
    }

    private long LengthOfNamed(ModelNode node)
    {
        long sum = 0;
        foreach (var attribute in node.Attributes)
            if (References.Contains(attribute.Name)) sum += LengthOf(attribute.Value);
        return References.Contains(node.Name) ? sum + LengthOf(node.Text) : sum;
    }

    private long LengthOf(string reference)
    {
        // A process is called and not read again.
        if (_ids.Find(reference) is not { Parent: not null, IsScope: false } part) return 0;
        if (_lengths.TryGetValue(part, out var known)) return known;
        // What names itself is no longer for it.
        _lengths.Add(part, 0);
        return _lengths[part] = LengthOf(part);
    }

    private long LengthOf(ModelNode node)
    {
        long sum = ElementLength + node.Text.Length + LengthOfNamed(node);
        foreach (var attribute in node.Attributes) sum += attribute.Value.Length;
        foreach (var child in node.Children) sum += LengthOf(child);
        return sum;
    }
}

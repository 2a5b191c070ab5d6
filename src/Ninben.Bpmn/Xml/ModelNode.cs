using System.Text;

namespace Ninben.Bpmn.Xml;

/// <summary>One XML element with its position; made by <see cref="ModelTree"/> within <see cref="XmlLimits"/>.</summary>
internal sealed class ModelNode(string name, string space, int line, int column)
{
    private static readonly List<ModelNode> None = [];

    private List<ModelNode>? _children;
    private List<ModelAttribute>? _attributes;
    private StringBuilder? _more;

    public string Name { get; } = name;

    public string Space { get; } = space;

    public int Line { get; } = line;

    public int Column { get; } = column;

    public ModelNode? Parent { get; private set; }

    public IReadOnlyList<ModelNode> Children => _children ?? None;

    public IReadOnlyList<ModelAttribute> Attributes => _attributes ?? (IReadOnlyList<ModelAttribute>)[];

    /// <summary>Character data directly inside this element.</summary>
    public string Text
    {
        get
        {
            if (_more is not null) (field, _more) = (_more.ToString(), null);
            return field;
        }
        private set;
    } = "";

    public int TextLine { get; private set; }

    public int TextColumn { get; private set; }

    public string? Id => this["id"];

    /// <summary>The local name in <c>xsi:type</c>, or null.</summary>
    public string? Type { get; internal set; }

    public bool IsBpmn => Space == Namespaces.Bpmn;

    /// <summary>The attribute without namespace of that name, or null.</summary>
    public string? this[string attribute] => Attribute(attribute)?.Value;

    public ModelAttribute? Attribute(string attribute)
    {
        if (_attributes is null) return null;
        foreach (var candidate in _attributes)
            if (candidate.Name == attribute) return candidate;
        return null;
    }

    /// <summary>The first BPMN child of that name, or null.</summary>
    public ModelNode? Child(string child) => Find(child, Namespaces.Bpmn);

    /// <summary>The first child of that name inside <c>extensionElements</c> in Ninben's namespace, or null.</summary>
    public ModelNode? Extension(string child) => Child("extensionElements")?.Find(child, Namespaces.Ninben);

    /// <summary>All children of that name inside <c>extensionElements</c> in Ninben's namespace.</summary>
    public IEnumerable<ModelNode> Extensions(string child) =>
        Child("extensionElements")?.Children.Where(node => node.Name == child && node.Space == Namespaces.Ninben) ?? [];

    /// <summary>The first child of that name inside <c>extensionElements</c> in the namespace of another tool, or null.</summary>
    public ModelNode? Foreign(string child, string space) => Child("extensionElements")?.Find(child, space);

    public ModelNode? Find(string child, string space)
    {
        foreach (var node in Children)
            if (node.Name == child && node.Space == space) return node;
        return null;
    }

    internal void Add(ModelNode child)
    {
        child.Parent = this;
        (_children ??= []).Add(child);
    }

    internal void Add(ModelAttribute attribute) => (_attributes ??= []).Add(attribute);

    internal void AddText(string text, int line, int column)
    {
        // Comments cut a text into pieces, and there may be a million of them.
        if (_more is not null || Text.Length > 0) (_more ??= new StringBuilder(Text)).Append(text);
        else (Text, TextLine, TextColumn) = (text, line, column);
    }
}

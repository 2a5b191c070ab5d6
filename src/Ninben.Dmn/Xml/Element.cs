namespace Ninben.Dmn.Xml;

/// <summary>An XML element with its place; text is that of its direct text nodes, and places tells where its characters lie.</summary>
internal sealed class Element(string name, string space, int line, int column)
{
    private readonly Dictionary<string, string> _attributes = new(StringComparer.Ordinal);
    private readonly List<Element> _children = [];

    public string Name => name;

    public string Namespace => space;

    public int Line => line;

    public int Column => column;

    public string Text { get; set; } = "";

    public TextPlaces Places { get; } = new();

    public IReadOnlyList<Element> Children => _children;

    public string? Id => Attribute("id");

    public string? Attribute(string key) => _attributes.GetValueOrDefault(key);

    public void SetAttribute(string key, string value) => _attributes[key] = value;

    public void Add(Element child) => _children.Add(child);

    public Element? Child(string wanted)
    {
        foreach (Element child in _children)
        {
            if (child.Name == wanted) return child;
        }

        return null;
    }

    public IEnumerable<Element> All(string wanted) => _children.Where(child => child.Name == wanted);

    /// <summary>The trimmed text of the "text" child, as in literal expressions and cells.</summary>
    public string TextChild() => Child("text")?.Text.Trim() ?? "";
}

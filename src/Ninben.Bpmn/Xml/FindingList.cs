using System.Collections.Immutable;
using Ninben.Feel;

namespace Ninben.Bpmn.Xml;

/// <summary>Collects diagnostics of one model, at most <see cref="XmlLimits.Diagnostics"/>.</summary>
internal sealed class FindingList(string? source)
{
    private readonly List<Diagnostic> _items = [];

    public string? Source { get; } = source;

    public bool HasErrors { get; private set; }

    public void Error(string code, string message, int line, int column, string? element = null, string? hint = null) =>
        Add(new Diagnostic(code, DiagnosticSeverity.Error, message, new SourceLocation(Source, line, column, 0, 0, element), hint));

    public void Error(string code, string message, ModelNode node, string? hint = null) =>
        Error(code, message, node.Line, node.Column, NearestId(node), hint);

    public void Warning(string code, string message, int line, int column, string? element = null, string? hint = null) =>
        Add(new Diagnostic(code, DiagnosticSeverity.Warning, message, new SourceLocation(Source, line, column, 0, 0, element), hint));

    public void Warning(string code, string message, ModelNode node, string? hint = null) =>
        Warning(code, message, node.Line, node.Column, NearestId(node), hint);

    public void Add(Diagnostic diagnostic)
    {
        HasErrors |= diagnostic.Severity == DiagnosticSeverity.Error;
        if (_items.Count < XmlLimits.Diagnostics) _items.Add(diagnostic);
    }

    /// <summary>Whether something with that code was found at that place.</summary>
    public bool Has(string code, int line, int column) =>
        _items.Exists(item => item.Code == code && item.Location.Line == line && item.Location.Column == column);

    /// <summary>All findings in document order.</summary>
    public ImmutableArray<Diagnostic> ToImmutable() => [.. _items.OrderBy(item => item.Location.Line).ThenBy(item => item.Location.Column)];

    private static string? NearestId(ModelNode node)
    {
        for (var at = node; at is not null; at = at.Parent)
            if (at.Id is { } id) return id;
        return null;
    }
}

using System.Collections.Immutable;
using Ninben.Feel.Evaluation;
using Ninben.Feel.Syntax;

namespace Ninben.Feel;

/// <summary>Compiled unary tests, as in the cells of a decision table: "&lt; 10", "[1..5]", "\"a\", \"b\"", "not(...)", "-", or a condition on ?.</summary>
public sealed class FeelUnaryTests
{
    private readonly CompiledProgram _program;
    private readonly FeelScope _scope;

    private FeelUnaryTests(SourceText source, FeelScope scope, CompiledProgram program)
    {
        Source = source;
        _scope = scope;
        _program = program;
    }

    /// <summary>The text they were compiled from.</summary>
    public string Text => Source.Text;

    internal SourceText Source { get; }

    internal CompiledProgram Program => _program;

    /// <summary>Their syntax, read again: only an analysis needs it, and large models would keep much of it.</summary>
    internal UnaryTestsNode? Parse() => Parser.ParseUnaryTests(Source, _scope, ImmutableArray.CreateBuilder<Diagnostic>());

    /// <summary>Compiles a text; the tests are null if and only if a diagnostic is an error (DMN 1.5, grammar rules 13 to 17).</summary>
    public static (FeelUnaryTests? Tests, ImmutableArray<Diagnostic> Diagnostics) Compile(string text, FeelScope scope, string? source = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(scope);
        return Compile(new SourceText(text, source), scope);
    }

    internal static (FeelUnaryTests? Tests, ImmutableArray<Diagnostic> Diagnostics) Compile(SourceText source, FeelScope scope)
    {
        ImmutableArray<Diagnostic>.Builder diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        UnaryTestsNode? node = Parser.ParseUnaryTests(source, scope, diagnostics);
        if (node is null) return (null, diagnostics.ToImmutable());
        CompiledProgram program = Compiler.Compile(node, source, scope, diagnostics);
        bool faulty = diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return (faulty ? null : new FeelUnaryTests(source, scope, program), diagnostics.ToImmutable());
    }

    /// <summary>Whether the input passes; a test that has no answer is not passed.</summary>
    public bool Matches(FeelValue input, FeelContext variables)
    {
        ArgumentNullException.ThrowIfNull(variables);
        return _program.Test is ConstantTest test ? test.Holds(in input) is true : _program.Evaluate(variables, input).IsTrue;
    }

    /// <inheritdoc/>
    public override string ToString() => Text;
}

using System.Collections.Immutable;
using Ninben.Feel.Evaluation;
using Ninben.Feel.Syntax;

namespace Ninben.Feel;

/// <summary>A compiled FEEL expression. It is immutable, may be used by several threads, and never throws on data.</summary>
public sealed class FeelExpression
{
    private readonly CompiledProgram _program;
    private readonly FeelScope _scope;

    internal FeelExpression(SourceText source, FeelScope scope, CompiledProgram program)
    {
        Source = source;
        _scope = scope;
        _program = program;
    }

    /// <summary>The text it was compiled from.</summary>
    public string Text => Source.Text;

    internal SourceText Source { get; }

    internal CompiledProgram Program => _program;

    /// <summary>Its syntax, read again: only an analysis needs it, and large models would keep much of it.</summary>
    internal Node? Parse() => Parser.ParseExpression(Source, _scope, ImmutableArray.CreateBuilder<Diagnostic>());

    /// <summary>The value of a part of its syntax that needs no variables; null when it is not known without running.</summary>
    internal FeelValue? ConstantOf(Node part) => Compiler.Compile(part, Source, _scope, ImmutableArray.CreateBuilder<Diagnostic>()).Constant;

    /// <summary>Compiles a text; faults come back as diagnostics with positions (DMN 1.5, 10.3.1.2).</summary>
    /// <param name="source">The name shown in locations.</param>
    public static FeelCompilation Compile(string text, FeelScope scope, string? source = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(scope);
        return Compile(new SourceText(text, source), scope);
    }

    internal static FeelCompilation Compile(SourceText source, FeelScope scope)
    {
        ImmutableArray<Diagnostic>.Builder diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        Node? node = Parser.ParseExpression(source, scope, diagnostics);
        if (node is null) return new FeelCompilation(null, diagnostics.ToImmutable());
        CompiledProgram program = Compiler.Compile(node, source, scope, diagnostics);
        bool faulty = diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return new FeelCompilation(faulty ? null : new FeelExpression(source, scope, program), diagnostics.ToImmutable());
    }

    /// <summary>The value, with notes on the data problems that made something null.</summary>
    public FeelResult Evaluate(FeelContext variables, FeelBudget? budget = null)
    {
        ArgumentNullException.ThrowIfNull(variables);
        Run run = new(budget ?? FeelBudget.Default, NoteKeeping.Kept);
        FeelValue value;
        try
        {
            value = _program.EvaluateIn(run, variables, default);
            run.ChargeAnswer(in value);
        }
        catch (BudgetExhausted exhausted)
        {
            value = default;
            run.Silence(NoteKeeping.Kept);
            return new FeelResult(value,
                run.Notes.Insert(0, new EvaluationNote("budget-exhausted", exhausted.Message, new SourceText(Text, null).LocationOf(0, Text.Length))));
        }

        return new FeelResult(value, run.Notes);
    }

    /// <summary>The value alone, under the default budget; the fastest way, without allocation for scalar work.</summary>
    public FeelValue EvaluateValue(FeelContext variables)
    {
        ArgumentNullException.ThrowIfNull(variables);
        return _program.Evaluate(variables, default);
    }

    /// <inheritdoc/>
    public override string ToString() => Text;
}

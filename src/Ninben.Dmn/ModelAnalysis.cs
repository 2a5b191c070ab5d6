using System.Collections.Immutable;
using Ninben.Dmn.Analysis;
using Ninben.Dmn.DecisionTables;
using Ninben.Feel;

namespace Ninben.Dmn;

/// <summary>What can be said about a model before it is used: mistakes of policy that no syntax shows.</summary>
public static class ModelAnalysis
{
    /// <summary>
    /// What is wrong with the types of a model, and warnings about its decision tables, each with an input that shows the mistake: gaps, overlaps,
    /// rules that never match or never decide, inputs that nobody asks for, fractions mixed with percent. Cells that are worked out at run time are
    /// left out of these, so that what is reported is so. Errors are cells that are written for another type than their column, and answers that
    /// their output never takes; the model can still be evaluated. A table of 10,000 rules takes seconds at most; a search that would take
    /// longer ends with a note that says so.
    /// </summary>
    public static ImmutableArray<Diagnostic> Of(DmnModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        ImmutableArray<Diagnostic>.Builder diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        new ModelTypes(model.Index, diagnostics).Run();
        foreach (DecisionTable table in model.Index.Tables) new TableAnalysis(table, diagnostics).Run();
        return diagnostics.ToImmutable();
    }
}

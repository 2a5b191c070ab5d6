using Ninben.Bpmn.Cases.Commands;
using Ninben.Bpmn.Cases.Facts;
using Ninben.Feel;

namespace Ninben.Bpmn.Cases.Execution;

/// <summary>A person writes variables.</summary>
internal static class Editing
{
    public static Refusal? Set(Scribe scribe, SetVariables command)
    {
        if (Refusals.Reason(command.Reason, "variables are edited") is { } refusal) return refusal;
        if (scribe.State.IsClosed) return Refusals.CaseClosed();
        if (command.Values.Count == 0) return Refusals.Invalid("no-values", "Name at least one variable to write.");
        if (command.Scope != 0 && !IsScope(scribe, command.Scope))
            return Refusals.NotFound("scope-not-found", $"There is no active step {command.Scope} with variables of its own. 0 is the case itself.");
        var values = FeelJson.Plain(FeelValue.From(command.Values)).AsContext();
        foreach (var (name, value) in values)
        {
            if (string.IsNullOrWhiteSpace(name)) return Refusals.Invalid("name-needed", "A variable needs a name.");
            if (!Variables.IsUsable(value)) return Refusals.Invalid("value-too-deep", $"The value of '{name}' is nested deeper than 60 levels.");
        }

        scribe.Write(new VariablesEdited(command.Scope, values, command.Reason));
        return null;
    }

    private static bool IsScope(Scribe scribe, int number) => scribe.State.Instance(number) is { IsActive: true } instance
        && (instance.Variables is not null || instance.Called is not null || scribe.ModelOf(instance) is { Loop: not null } or
        { Detail: Elements.SubProcesses.SubProcess or Elements.AdHocSubProcesses.AdHocSubProcess });
}

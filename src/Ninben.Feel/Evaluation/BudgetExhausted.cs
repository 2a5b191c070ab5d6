namespace Ninben.Feel.Evaluation;

/// <summary>Ends an evaluation whose budget is used up, from any depth. Caught at the entry points only, where it becomes null and a note.</summary>
internal sealed class BudgetExhausted(string what) : Exception(what);

namespace Ninben.Oversight.Facts;

/// <summary>
/// Something that happened in a case, in the past tense. Facts are the only truth: state, work rows and views are folded from them.
/// Every sealed case of this family stands beside its concept and has one line in <c>Bpmn/Cases/FactCatalogue.cs</c>.
/// </summary>
public abstract record Fact;

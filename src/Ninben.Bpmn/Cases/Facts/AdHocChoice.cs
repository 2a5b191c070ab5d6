using Ninben.Feel;

namespace Ninben.Bpmn.Cases.Facts;

/// <summary>An activity of an ad-hoc sub-process to start, with variables of its own or null.</summary>
public sealed record AdHocChoice(string Element, FeelContext? Variables);

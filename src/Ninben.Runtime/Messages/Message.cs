using Ninben.Bpmn.Cases;
using Ninben.Bpmn.Cases.Facts;
using Ninben.Feel;
using Ninben.Oversight.Subjects;

namespace Ninben.Runtime.Messages;

/// <summary>A message on its way to one receiver.</summary>
/// <param name="Id">Its identity: the same message is received at most once.</param>
/// <param name="Name">Its name.</param>
/// <param name="Key">Its correlation key, or null.</param>
/// <param name="Payload">What it carries.</param>
/// <param name="TimeToLive">How long it waits for a receiver.</param>
public sealed record Message(string Id, string Name, string? Key, FeelValue Payload, TimeSpan TimeToLive);

/// <summary>What became of a message, and the case that received it or was started by it.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="Case">The case, or null.</param>
/// <param name="Refusal">Set when nothing was done with it: another message had the same identity.</param>
public sealed record MessageDelivery(MessageOutcome Outcome, CaseId? Case, Refusal? Refusal = null);

/// <summary>How many waiting events heard a signal, and how many cases it started.</summary>
public sealed record SignalDelivery(int Heard, int Started);

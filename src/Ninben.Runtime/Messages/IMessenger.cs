using Ninben.Feel;
using Ninben.Oversight.Subjects;

namespace Ninben.Runtime.Messages;

/// <summary>Brings messages and signals to the cases that wait for them, or that they start.</summary>
public interface IMessenger
{
    /// <summary>
    /// Delivers a message to the oldest event that waits for its name and key, else starts a case of the process that begins with it, else keeps it for
    /// its time to live. A message that was received once is never received again; then the first answer comes back.
    /// </summary>
    Task<MessageDelivery> Send(Message message, Actor by, CancellationToken cancellationToken);

    /// <summary>Tells a signal to every event that waits for it now, and starts a case of every process that begins with it.</summary>
    /// <param name="signal">Identity, name and payload.</param>
    /// <param name="by">Who says it.</param>
    /// <param name="cancellationToken">Stops between two listeners; telling it again goes on where it stopped.</param>
    Task<SignalDelivery> Tell(SignalCall signal, Actor by, CancellationToken cancellationToken);
}

/// <summary>A signal on its way.</summary>
/// <param name="Id">Its identity: each listener hears it at most once.</param>
/// <param name="Name">Its name.</param>
/// <param name="Payload">What comes with it.</param>
/// <param name="At">Only events that waited at this instant hear it.</param>
/// <param name="Except">The case that threw it, which heard it already, or null.</param>
public sealed record SignalCall(string Id, string Name, FeelValue Payload, DateTimeOffset At, CaseId? Except);

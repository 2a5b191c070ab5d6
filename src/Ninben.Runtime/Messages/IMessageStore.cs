using Ninben.Oversight.Subjects;

namespace Ninben.Runtime.Messages;

/// <summary>
/// Who waits for messages and signals, and messages that wait for someone. Subscriptions are folded from facts by the append; kept messages are written
/// here.
/// </summary>
public interface IMessageStore
{
    /// <summary>Subscriptions for a message of this name and key, oldest first, at most 100.</summary>
    Task<IReadOnlyList<ItemId>> Receivers(string name, string? key, CancellationToken cancellationToken);

    /// <summary>Subscriptions for a signal that were open at an instant, oldest first, in pages of at most 500 after the given one.</summary>
    Task<IReadOnlyList<ItemId>> Listeners(SignalPage page, CancellationToken cancellationToken);

    /// <summary>Keeps a message until it is taken or its time is over; keeping one twice changes nothing.</summary>
    Task Keep(KeptMessage message, CancellationToken cancellationToken);

    /// <summary>Kept messages for which somebody waits now, oldest first, at most 100. Forgets those whose time is over.</summary>
    Task<IReadOnlyList<KeptMessage>> Wanted(DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Forgets a kept message that was received.</summary>
    Task Forget(string id, CancellationToken cancellationToken);
}

/// <summary>Asks for listeners of a signal.</summary>
/// <param name="Name">The signal.</param>
/// <param name="At">Only subscriptions opened at or before this instant.</param>
/// <param name="Except">Not those of this case, which heard it already.</param>
/// <param name="After">The last listener of the page before; null for the first page.</param>
public sealed record SignalPage(string Name, DateTimeOffset At, CaseId? Except, ItemId? After);

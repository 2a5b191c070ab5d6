namespace Ninben.Testing.Ledger;

/// <summary>Ways in which a receiver misbehaves.</summary>
public enum LedgerFault
{
    /// <summary>Takes the request and never answers; nothing is recorded.</summary>
    Hang,

    /// <summary>Answers 500; nothing is recorded.</summary>
    ServerError,

    /// <summary>Records, answers, and then sends a second answer that nobody asked for.</summary>
    AnswerTwice,

    /// <summary>Records and breaks the connection before answering: the sender cannot know that it was done.</summary>
    DropAfterRecording,
}

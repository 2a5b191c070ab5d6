using Ninben.Runtime.Drafts;
using Ninben.Runtime.Jobs;
using Ninben.Runtime.Operations;
using Ninben.Runtime.Streams;
using Ninben.Runtime.Views;

namespace Ninben.Storage.Tests.Contracts;

/// <summary>What every store offers to the contract tests.</summary>
internal interface IStoreUnderTest : IAsyncDisposable
{
    ManualTime Time { get; }

    ICaseStreams Streams { get; }

    IWorkQueue Work { get; }

    IFactReader Facts { get; }

    ICommitFeed Feed { get; }

    IReviewView Reviews { get; }

    ICaseView Cases { get; }

    IDrafts Drafts { get; }

    IOperations Operations { get; }
}

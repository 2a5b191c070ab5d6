using Ninben.Storage.Tests.Contracts;

namespace Ninben.Storage.Tests.Sqlite;

public sealed class SqliteStreamsTests : StreamsContract
{
    internal override IStoreUnderTest Open() => new SqliteUnderTest();
}

public sealed class SqliteWorkTests : WorkContract
{
    internal override IStoreUnderTest Open() => new SqliteUnderTest();
}

public sealed class SqliteViewsTests : ViewsContract
{
    internal override IStoreUnderTest Open() => new SqliteUnderTest();
}

public sealed class SqliteOperationsTests : OperationsContract
{
    internal override IStoreUnderTest Open() => new SqliteUnderTest();
}

public sealed class SqliteCallTests : CallContract
{
    internal override IStoreUnderTest Open() => new SqliteUnderTest();
}

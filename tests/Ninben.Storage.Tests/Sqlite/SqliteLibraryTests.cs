using System.Reflection;
using System.Runtime.Loader;
using Ninben.Storage.Sqlite.Native;

namespace Ninben.Storage.Tests.Sqlite;

/// <summary>
/// Which library runs is settled once per process. Each test therefore loads everything managed anew in a load context of its own, as another
/// process would have it.
/// </summary>
public sealed class SqliteLibraryTests
{
    [Fact]
    public void A_host_that_used_SQLite_before_us_keeps_its_library()
    {
        using var folder = new TempFolder();
        var process = new FreshLoad();
        process.Call("SQLitePCLRaw.batteries_v2", "SQLitePCL.Batteries_V2", "Init");
        var hosts = process.Call("SQLitePCLRaw.core", "SQLitePCL.raw", "sqlite3_libversion_number");

        using (process.OpenWriter(Path.Combine(folder.Path, "test.db")))
        {
            Assert.Equal("host", process.Library("LoadedFrom"));
            Assert.Equal(hosts, Number((string)process.Library("Version")));
        }
    }

    [Fact]
    public void On_our_own_the_library_of_the_system_or_the_package_runs()
    {
        using var folder = new TempFolder();
        var process = new FreshLoad();

        using (process.OpenWriter(Path.Combine(folder.Path, "test.db"))) Assert.NotEqual("host", process.Library("LoadedFrom"));
    }

    private static int Number(string version) => Version.Parse(version) is var parts
        ? (parts.Major * 1_000_000) + (parts.Minor * 1_000) + parts.Build
        : 0;

    private sealed class FreshLoad() : AssemblyLoadContext("fresh")
    {
        private readonly AssemblyDependencyResolver resolver = new(typeof(SqliteLibraryTests).Assembly.Location);

        public object? Call(string assembly, string type, string method) =>
            Find(assembly, type).GetMethod(method, BindingFlags.Public | BindingFlags.Static, [])!.Invoke(null, null);

        public IDisposable OpenWriter(string path) => (IDisposable)Find("Ninben.Storage", typeof(SqliteDatabase).FullName!)
            .GetMethod(nameof(SqliteDatabase.OpenWriter))!.Invoke(null, [path])!;

        public object Library(string property) =>
            Find("Ninben.Storage", typeof(SqliteLibrary).FullName!).GetProperty(property)!.GetValue(null)!;

        protected override Assembly? Load(AssemblyName assemblyName) =>
            assemblyName.Name is { } name && (name.StartsWith("SQLitePCLRaw", StringComparison.Ordinal) || name == "Ninben.Storage")
            && resolver.ResolveAssemblyToPath(assemblyName) is { } path
                ? LoadFromAssemblyPath(path)
                : null;

        protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
            resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(path) : 0;

        private Type Find(string assembly, string type) => LoadFromAssemblyName(new AssemblyName(assembly)).GetType(type, throwOnError: true)!;
    }
}

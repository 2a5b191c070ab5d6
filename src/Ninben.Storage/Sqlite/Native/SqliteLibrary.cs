using System.Runtime.InteropServices;

namespace Ninben.Storage.Sqlite.Native;

/// <summary>
/// Loads SQLite once per process: the system's library where there is one (it gets security fixes), the packaged one otherwise. Functions are
/// bound to the library one by one, at their first call: where a host used SQLite before us, its library stays. Two libraries that hand each
/// other their connections crash the process.
/// </summary>
internal static class SqliteLibrary
{
    /// <summary>RETURNING and partial upserts need 3.35.</summary>
    private const int OldestVersion = 3_035_000;

    private static readonly Lock s_gate = new();
    private static bool s_loaded;

    /// <summary>Where the library came from: a file name, <c>package</c>, or <c>host</c> when this process used SQLite before us.</summary>
    public static string LoadedFrom { get; private set; } = "package";

    /// <summary>The library's own version, e.g. <c>3.40.1</c>.</summary>
    public static string Version { get; private set; } = "";

    /// <summary>Loads and checks; calling again does nothing.</summary>
    /// <exception cref="PlatformNotSupportedException">The library is older than 3.35.</exception>
    public static void Load()
    {
        lock (s_gate)
        {
            if (s_loaded) return;
            if (IsTaken())
            {
                LoadedFrom = "host";
            }
            else
            {
                NativeLibrary.SetDllImportResolver(typeof(SQLitePCL.SQLite3Provider_e_sqlite3).Assembly, Resolve);
                SQLitePCL.Batteries_V2.Init();
            }

            Version = SQLitePCL.raw.sqlite3_libversion().utf8_to_string();
            if (SQLitePCL.raw.sqlite3_libversion_number() < OldestVersion)
                throw new PlatformNotSupportedException($"SQLite 3.35 or newer is needed, found {Version} ({LoadedFrom}).");
            s_loaded = true;
        }
    }

    private static bool IsTaken()
    {
        try
        {
            return SQLitePCL.raw.GetNativeLibraryName() is not null;
        }
        catch (Exception fault) when (fault.GetType() == typeof(Exception))
        {
            // Without a provider the package throws a plain exception, and has no other way of telling.
            return false;
        }
    }

    private static nint Resolve(string name, System.Reflection.Assembly assembly, DllImportSearchPath? path)
    {
        if (name != "e_sqlite3") return 0;
        foreach (var candidate in (ReadOnlySpan<string>)["libsqlite3.so.0"])
        {
            if (!NativeLibrary.TryLoad(candidate, assembly, DllImportSearchPath.SafeDirectories, out var handle)) continue;
            LoadedFrom = candidate;
            return handle;
        }

        return 0;
    }
}

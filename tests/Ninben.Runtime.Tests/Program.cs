using Ninben.Runtime.Tests.Faults;

namespace Ninben.Runtime.Tests;

/// <summary>What xunit would generate, and before it the door to the process that the kill tests kill.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        if (Environment.GetEnvironmentVariable(FaultHost.FolderVariable) is { Length: > 0 } folder)
        {
            await FaultHost.Run(folder);
            return 0;
        }

        return args.Any(arg => arg is "--server" or "--internal-msbuild-node")
            ? await Xunit.MicrosoftTestingPlatform.TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions)
            : await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args);
    }
}

using System.CommandLine;
using Ninben.Dev;

var root = new RootCommand("Ninben's developer commands. Started through ./dev.");
foreach (var command in CommandCatalogue.All()) root.Subcommands.Add(command);
return await root.Parse(args).InvokeAsync(new InvocationConfiguration(), CancellationToken.None);

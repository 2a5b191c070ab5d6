using System.CommandLine;
using Ninben.Cli;

var root = new RootCommand("Ninben runs processes at full speed up to the points where a person must judge.");
foreach (var command in CommandCatalogue.All()) root.Subcommands.Add(command);
return await root.Parse(args).InvokeAsync(new InvocationConfiguration(), CancellationToken.None);

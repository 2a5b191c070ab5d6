using System.Globalization;
using Ninben.Learning.Calibration;
using Ninben.Runtime.Deployments;

namespace Ninben.Dev.Commands.Calibrating;

/// <summary>Judges a calibration on documents with true values: how much would pass, and how much of that would be wrong.</summary>
internal static class CalibrationCheck
{
    private static readonly decimal[] Thresholds = [0.90m, 0.95m, 0.98m];

    /// <summary>Prints a table; 1 when the file cannot be read or was measured for another reader.</summary>
    public static int Print(FileInfo file, IReadOnlyList<IReadOnlyDictionary<string, Trial>> documents, string model)
    {
        var (table, diagnostics) = CalibrationTable.Read(File.ReadAllBytes(file.FullName), file.Name);
        foreach (var diagnostic in diagnostics) Console.Error.WriteLine(diagnostic);
        if (table is null || diagnostics.Length > 0) return 1;
        if (table.Model is not null && table.Model != model)
        {
            Console.Error.WriteLine($"Expected a calibration of {model}, found one of {table.Model}.");
            return 1;
        }

        var judged = documents.Select(document => document.Select(answer => (Calibrated: table.Calibrated(answer.Key, (decimal)answer.Value.Stated),
            answer.Value.Right)).ToArray()).ToArray();
        Console.WriteLine("every field at   documents     wrong among them [90 % bounds]");
        foreach (var threshold in Thresholds)
        {
            var passed = judged.Where(fields => fields.All(field => field.Calibrated >= threshold)).ToArray();
            var wrong = passed.Count(fields => fields.Any(field => !field.Right));
            var bounds = Intervals.ClopperPearson(wrong, passed.Length, 0.9);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{threshold,8:0.00}   {passed.Length,8} of {judged.Length,-5} {wrong,4} [{bounds.Low * 100,4:0.0}..{bounds.High * 100,4:0.0} %]"));
        }

        var trials = judged.SelectMany(fields => fields).Where(field => field.Calibrated is not null)
            .Select(field => new Trial((double)field.Calibrated!.Value, field.Right)).ToArray();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"calibration error {CalibrationError.EqualWidth(trials, 15):0.000} over {trials.Length} fields"));
        return 0;
    }
}

using Aovpn.Fuzz;

var isWorker = args is ["--worker", _, ..];
var artifacts = isWorker ? args[1] : Path.GetFullPath("artifacts/fuzz");
if (FuzzOptions.Of(isWorker ? args[2..] : args) is not { } options)
{
    Console.Error.WriteLine(FuzzOptions.Usage);
    return 64;
}

var run = new FuzzRun(options, artifacts);
return isWorker ? run.Work() : await run.RunAsync();

namespace Aovpn.Cli;

/// <summary>A file that is there under its name only when it is whole: what is written stands beside it until <see cref="Finish"/>.</summary>
internal sealed class OutputFile : IDisposable
{
    private readonly string _path, _unfinished;
    private bool _isFinished;

    /// <param name="inputs">What is read; the file must be none of it.</param>
    /// <exception cref="UsageException">It cannot be written.</exception>
    public OutputFile(string path, IEnumerable<string> inputs)
    {
        if (inputs.Any(input => Path.GetFullPath(input) == Path.GetFullPath(path)))
            throw new UsageException($"--output {path} is one of the logs to be read: name another file.");
        if (Directory.Exists(path))
            throw new UsageException($"--output {path} is a folder: name a file in it.");
        (_path, _unfinished) = (path, path + ".part");
        try
        {
            Stream = new(_unfinished, FileMode.Create, FileAccess.Write, FileShare.Read, 1 << 20);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path} cannot be written: {failure.Message}");
        }
    }

    public FileStream Stream { get; }

    public void Finish()
    {
        Stream.Dispose();
        File.Move(_unfinished, _path, overwrite: true);
        _isFinished = true;
    }

    public void Dispose()
    {
        Stream.Dispose();
        if (!_isFinished)
            File.Delete(_unfinished);
    }
}

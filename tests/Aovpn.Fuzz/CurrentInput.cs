using System.IO.MemoryMappedFiles;

namespace Aovpn.Fuzz;

/// <summary>The input that is being run, in a mapped file: it is there even after a stack overflow has ended the process.</summary>
internal sealed class CurrentInput : IDisposable
{
    private const int LengthBytes = sizeof(int);

    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;

    public CurrentInput(string folder, int maxLength)
    {
        _file = MemoryMappedFile.CreateFromFile(PathIn(folder), FileMode.Create, mapName: null, maxLength + LengthBytes);
        _view = _file.CreateViewAccessor();
    }

    public void Set(byte[] input)
    {
        _view.Write(0, input.Length);
        _view.SafeMemoryMappedViewHandle.WriteSpan<byte>(LengthBytes, input);
    }

    public void Dispose()
    {
        _view.Dispose();
        _file.Dispose();
    }

    public static byte[] ReadFrom(string folder)
    {
        var bytes = File.ReadAllBytes(PathIn(folder));
        return bytes[LengthBytes..(LengthBytes + BitConverter.ToInt32(bytes))];
    }

    private static string PathIn(string folder) => Path.Combine(folder, "current");
}

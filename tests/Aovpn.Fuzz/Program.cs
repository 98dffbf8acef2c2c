// dotnet run dev.cs -- fuzz [TARGET] [--executions N]: one target per codec and reader.
Console.Error.WriteLine("no target yet");
return 64;

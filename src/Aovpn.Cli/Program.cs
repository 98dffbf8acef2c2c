Console.WriteLine("aovpn");

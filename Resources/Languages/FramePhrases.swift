extension LanguageResources {
  static let frame = WordTable(
    english: #"""
      sandbox = sandbox
      offline = ○ offline
      offline-since = ○ offline since {time}
      no-news = ○ no news
      no-news-since = ○ no news since {time}
      connecting = ○ connecting
      live = ● live {time}
      notice-asking = Asking the bank.
      too-small = The window is too small.
      needed = Needed: {columns}x{rows}
      present = Now: {columns}x{rows}
      enlarge = Make it larger, or q to quit.
      above = ▲ {count} more
      below = ▼ {count} more
      time-up = time is up
      read-below.one = Read to the end first: {count} more line below.
      read-below.other = Read to the end first: {count} more lines below.
      read-above.one = Read all of it first: {count} line above never stood here.
      read-above.other = Read all of it first: {count} lines above never stood here.
      bank-silent = The bank has not answered yet. It takes 20 s at most.
      list-age = This list is {age} old.
      esc-clears = Esc clears the search.
      r-again = r tries again.
      """#,
    czech: #"""
      sandbox = zkušební
      offline = ○ offline
      offline-since = ○ offline od {time}
      no-news = ○ bez odpovědi
      no-news-since = ○ bez odpovědi od {time}
      connecting = ○ připojování
      live = ● aktuální {time}
      notice-asking = Čeká se na odpověď banky.
      too-small = Okno je příliš malé.
      needed = Potřeba: {columns}x{rows}
      present = Nyní: {columns}x{rows}
      enlarge = Zvětšete ho, nebo stiskněte q (konec).
      above = ▲ ještě {count}
      below = ▼ ještě {count}
      time-up = čas vypršel
      read-below.one = Nejprve dočtěte: níže je ještě {count} řádek.
      read-below.few = Nejprve dočtěte: níže jsou ještě {count} řádky.
      read-below.other = Nejprve dočtěte: níže je ještě {count} řádků.
      read-above.one = Nejprve přečtěte vše: {count} řádek výše se ještě neukázal.
      read-above.few = Nejprve přečtěte vše: {count} řádky výše se ještě neukázaly.
      read-above.other = Nejprve přečtěte vše: {count} řádků výše se ještě neukázalo.
      bank-silent = Banka ještě neodpověděla. Trvá to nejvýš 20 s.
      list-age = Tento seznam je starý {age}.
      esc-clears = Esc smaže hledání.
      r-again = Klávesa r to zkusí znovu.
      """#)
}

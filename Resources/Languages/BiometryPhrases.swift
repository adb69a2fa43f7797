extension LanguageResources {
  static let biometry = WordTable(
    english: #"""
      unknown = not known yet
      needs-you = ! {name}, needs you
      off = off
      off-impossible = off, nothing here can do it
      is-off = Off: the PIN alone unlocks.
      is-impossible = Off, and nothing on this machine can do it now.
      stays = The key stays on this machine. Your bank counts wrong fingers like wrong PINs, and the PIN works all the same.
      is-on = On: {yours} can stand in for the PIN.
      is-stuck = Set up, but {yours} cannot be used now.
      key-lost-means = Somebody deleted the key, or the keyring was made anew. Nothing else is lost: the PIN works. x removes what is left here; then add it anew.
      none-allowed = The configuration of this profile allows none.
      in-use = in use.
      ready = ready.
      key-lost = its key is gone from this machine.
      not-set-up = not set up.
      set-up-already = set up already.
      canceled = cancelled.
      unrecognized = it did not recognise you.
      key-mismatch = its key is not this activation's.
      not-allowed = the configuration does not allow it
      add-name = add {name}
      add-help = Adds {name}; needs the PIN.
      remove-help = Forgets the key here; the PIN alone unlocks then.
      look-help = Looks again what is there.
      remove-first = Remove what is set up first.
      being-removed = It is being removed.
      nothing-set-up = Nothing is set up.
      no-longer = {name} no longer stands in for the PIN.
      title = Biometry
      not-known = Not known yet: r looks what is there.
      """#,
    czech: #"""
      unknown = zatím není známo
      needs-you = ! {name}: čeká na vás
      off = vypnuto
      off-impossible = vypnuto, tady to nejde
      is-off = Vypnuto: odemyká jen PIN.
      is-impossible = Vypnuto a na tomto počítači to teď ani nejde.
      stays = Klíč zůstává v tomto počítači. Nerozpoznaný otisk prstu banka počítá jako chybný PIN; PIN funguje dál.
      is-on = Zapnuto: PIN může nahradit {yours}.
      is-stuck = Zapnuto, ale {yours} teď nelze použít.
      key-lost-means = Někdo klíč smazal, nebo byla klíčenka založena znovu. Nic jiného se neztratilo: PIN funguje. Klávesou x odeberete, co tu zbylo; potom ji přidejte znovu.
      none-allowed = Konfigurace tohoto profilu žádnou biometrii nedovoluje.
      in-use = používá se.
      ready = lze přidat.
      key-lost = klíč v tomto počítači už není.
      not-set-up = nenastaveno.
      set-up-already = už nastaveno.
      canceled = zrušeno.
      unrecognized = nerozpoznáno.
      key-mismatch = klíč nepatří k této aktivaci.
      not-allowed = konfigurace to nedovoluje
      add-name = přidat {name}
      add-help = Přidá: {name}; vyžaduje PIN.
      remove-help = Smaže klíč v tomto počítači; odemykat pak bude jen PIN.
      look-help = Znovu zjistí, co je k dispozici.
      remove-first = Nejprve odeberte, co je nastavené.
      being-removed = Odebírá se.
      nothing-set-up = Nic není nastavené.
      no-longer = {name} už PIN nenahrazuje.
      title = Biometrie
      not-known = Zatím není známo: klávesa r zjistí, co je k dispozici.
      """#)
}

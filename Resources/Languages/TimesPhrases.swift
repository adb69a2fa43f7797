extension LanguageResources {
  static let times = WordTable(
    english: #"""
      under-minute = under a minute
      seconds.one = {count} second
      seconds.other = {count} seconds
      minutes.one = {count} minute
      minutes.other = {count} minutes
      hours.one = {count} hour
      hours.other = {count} hours
      days.one = {count} day
      days.other = {count} days
      """#,
    czech: #"""
      under-minute = méně než minutu
      seconds.one = {count} sekundu
      seconds.few = {count} sekundy
      seconds.other = {count} sekund
      minutes.one = {count} minutu
      minutes.few = {count} minuty
      minutes.other = {count} minut
      hours.one = {count} hodinu
      hours.few = {count} hodiny
      hours.other = {count} hodin
      days.one = {count} den
      days.few = {count} dny
      days.other = {count} dní
      """#)
}
